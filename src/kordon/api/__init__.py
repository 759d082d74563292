"""What leaves and enters Kordon as data: exchange formats and their schemas."""
