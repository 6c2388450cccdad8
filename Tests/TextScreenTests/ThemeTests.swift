import Testing
import TextScreen

@Suite struct ThemeTests {
  @Test(arguments: Theme.all) func meaningIsNeverColourAlone(theme: Theme) {
    let plain = theme[.normal].withoutColour
    for role in [Role.selected, .focusedField, .failure, .bad, .warning, .field, .title, .heading, .key] {
      #expect(theme[role].withoutColour != plain, "\(role)")
    }
    for colours in [8, 16, 256] {
      for role in Role.allCases {
        let (text, ground) = (theme[role].foreground, theme[role].background)
        guard let number = text?.number(of: colours) else { continue }
        #expect(number != ground?.number(of: colours), "\(role) with \(colours) colours")
        #expect(ground != nil || number != 0, "black text on the terminal's own ground")
      }
    }
    #expect(theme[.field].withoutColour != theme[.focusedField].withoutColour)
    #expect(Theme(name: theme.name) == theme)
  }
}
