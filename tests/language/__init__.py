"""What the plain-language gate is made of: what people read, the rules, and the measures."""
