import Commands

Kept.start()
