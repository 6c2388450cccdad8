import Testing
import TextScreen

@Suite struct ListWindowTests {
  @Test(arguments: 0..<100) func theSelectedRowAlwaysShows(seed: UInt64) {
    var random = HostileText(seed: seed)
    var list = ListWindow(count: random.next(below: 40), height: random.next(below: 12))
    for _ in 0..<200 {
      switch random.next(below: 9) {
      case 0: list.fit(count: random.next(below: 40), height: random.next(below: 12))
      case 1: list.scroll(by: random.next(below: 21) - 10)
      case 2: list.select(random.next(below: 60) - 10)
      default:
        #expect(list.handle([.up, .down, .pageUp, .pageDown, .home, .end][random.next(below: 6)]) == true)
      }
      if list.count == 0 {
        #expect(list.visible.isEmpty && list.selected == 0)
      } else {
        #expect(list.visible.contains(list.selected))
        #expect(list.visible.count == min(list.height, list.count), "no gap below the last row")
      }
    }
  }

  @Test func aPageKeepsOneRowInView() {
    var list = ListWindow(count: 100, height: 20)
    #expect(list.handle(.pageDown) == true)
    #expect(list.visible == 19..<39)
    #expect(list.selected == 19)
    #expect(list.handle(.end) == true)
    #expect(list.visible == 80..<100)
    #expect(list.row(at: 3) == 83)
    #expect(list.row(at: 20) == nil)
    list.scroll(by: -75)
    #expect(list.visible == 5..<25)
    #expect(list.selected == 24)
  }
}
