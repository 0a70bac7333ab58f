"""Looks after the packages that we rest on: what they are, their licences and known weaknesses."""
