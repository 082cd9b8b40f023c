"""What every channel does alike: what is typed matched to a screen, what is kept of a talk."""
