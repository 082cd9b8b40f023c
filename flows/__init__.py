"""What is asked and what it is worth: pure, with no network, database, clock or Telegram."""
