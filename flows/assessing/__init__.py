"""Where a person stands under an edition: the result, its reasons and texts, and the proof."""
