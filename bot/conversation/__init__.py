"""The whole conversation, on no channel: what a person does, in; what to answer and keep, out."""
