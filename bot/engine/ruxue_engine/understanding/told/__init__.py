"""The facts a guardian tells in free words, by subject (docs/told-facts.md)."""
