"""Papers: their rows, their sealed pictures, and the links that lead to them."""
