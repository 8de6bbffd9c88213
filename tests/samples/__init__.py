"""The sample applications, run compiled and converted."""
