"""The rules of the wizard: pure Python, no screen, no clock; `content` alone opens files."""
