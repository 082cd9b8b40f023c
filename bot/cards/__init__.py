"""Cards: a result as a picture and as a PDF, signed, and found out when it was altered."""
