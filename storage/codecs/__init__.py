"""How rules' values and replies are written as text before they are sealed."""
