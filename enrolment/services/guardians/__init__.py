"""Who a guardian is, whose children they may apply for, and what they may do with what is kept of them."""
