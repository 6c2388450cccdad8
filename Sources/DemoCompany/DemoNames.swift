/// The words from which names of companies and people are put together. Invented; any likeness is chance.
enum DemoNames {
  static let firms = [
    "Alder", "Amberley", "Anchor", "Ashdown", "Aster", "Beacon", "Birchwood", "Blackbird", "Bluewater",
    "Bramble", "Brightside", "Brook", "Cedar", "Clearview", "Clover", "Copperfield", "Corner", "Crown",
    "Dale", "Drift", "Eastgate", "Elm", "Ember", "Fairway", "Falcon", "Fern", "Fieldstone", "Fox", "Garnet",
    "Glen", "Granite", "Greenline", "Harbour", "Hawthorn", "Hazel", "Heron", "Highland", "Hollow", "Ironwood",
    "Ivy", "Juniper", "Kestrel", "Keystone", "Lakeside", "Larch", "Lighthouse", "Linden", "Maple", "Marlow",
    "Meadow", "Millstone", "Moor", "Northfield", "Oak", "Orchard", "Otter", "Pebble", "Pine", "Quarry",
    "Ravens", "Redwood", "Ridge", "River", "Rowan", "Saddler", "Sage", "Sandpiper", "Silver", "Sparrow",
    "Spruce", "Stanton", "Stone", "Summit", "Swift", "Tamarack", "Thistle", "Timber", "Union", "Valley",
    "Vesper", "Walnut", "Weaver", "Westbrook", "Willow", "Windmill", "Wren", "Yarrow",
  ]

  static let trades = [
    "Bakery", "Bearings", "Bicycles", "Boats", "Brewing", "Building Supply", "Cabinets", "Catering",
    "Ceramics", "Chemicals", "Clinics", "Coatings", "Components", "Construction", "Dairy", "Electric",
    "Farms", "Fasteners", "Fixtures", "Flooring", "Foods", "Freight", "Furniture", "Gardens", "Glass",
    "Hardware", "Heating", "Hotels", "Instruments", "Joinery", "Labels", "Lighting", "Logistics", "Machines",
    "Marine", "Metals", "Motors", "Optics", "Packaging", "Paints", "Paper", "Plastics", "Plumbing",
    "Printing", "Pumps", "Roofing", "Sawmill", "Seeds", "Signs", "Sport", "Steel", "Textiles", "Tiles",
    "Tools", "Trading", "Valves", "Water", "Windows", "Wines", "Works",
  ]

  static let given = [
    "Adaeze", "Alma", "Amir", "Anna", "Aoife", "Bela", "Bruno", "Carla", "Chen", "Clara", "Dana", "Dario",
    "Eda", "Elif", "Emil", "Erik", "Farah", "Felix", "Greta", "Hana", "Hugo", "Ida", "Imre", "Ines", "Ivo",
    "Jana", "Jonas", "Kaya", "Kofi", "Lena", "Leo", "Lucia", "Maja", "Marco", "Mina", "Nadia", "Niko", "Nora",
    "Olga", "Omar", "Paula", "Petra", "Priya", "Rafael", "Rosa", "Sami", "Selma", "Sofia", "Tariq", "Tess",
    "Tomas", "Uma", "Vera", "Viktor", "Wanda", "Yara", "Yusuf", "Zoe",
  ]

  static let family = [
    "Abara", "Adler", "Bauer", "Becker", "Berg", "Blanc", "Bond", "Bosch", "Byrne", "Castro", "Chen", "Conte",
    "Costa", "Dahl", "Diaz", "Doyle", "Eriksen", "Falk", "Fischer", "Garner", "Grant", "Haas", "Holm",
    "Ibarra", "Ito", "Jansen", "Keller", "Kowal", "Kumar", "Lang", "Larsen", "Lopez", "Maier", "Mensah",
    "Moreau", "Nagy", "Novak", "Okafor", "Olsen", "Patel", "Price", "Quinn", "Rao", "Reyes", "Rossi", "Sato",
    "Silva", "Simon", "Sorensen", "Tanaka", "Torres", "Vogel", "Walsh", "Weber", "Wong", "Young", "Zeller",
  ]

  static let roles = ["Accounts payable", "Bookkeeping", "Finance", "Owner", "Purchasing"]

  static let collectors = ["alex", "sam"]
}
