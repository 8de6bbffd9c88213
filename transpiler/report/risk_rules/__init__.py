"""The rules of section 11 that look at data: a function a rule, which yields what it is about, the reason, and the place."""
