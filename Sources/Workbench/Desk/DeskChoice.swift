/// What the desk itself opens overlays for; screens have purposes of their own.
enum DeskChoice: String {
  case command, theme, search, view, order, importFile
}
