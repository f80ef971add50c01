"""WeChat's servers, as far as the product calls them."""
