"""The words of each language, and what they are held against."""
