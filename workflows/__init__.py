"""What takes time and must outlive a crash."""
