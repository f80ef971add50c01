"""Opens uploaded pictures and PDFs in a process of their own."""
