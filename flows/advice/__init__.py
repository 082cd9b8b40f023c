"""What would change a result, and how it moves by itself."""
