"""What a person can tell, and what is known of somebody: read, bounded, said back."""
