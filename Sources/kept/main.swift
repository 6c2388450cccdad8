import Commands

print("x")
