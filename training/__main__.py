"""``python -m training`` is ``python -m training.train``."""

from training.train import main

if __name__ == "__main__":
    main()
