"""The form of what authors write: editions, procedures, dated lists."""
