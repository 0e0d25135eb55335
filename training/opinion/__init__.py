"""Training of the second opinion: `python -m training.opinion`."""
