"""``python -m kordon.cli`` is the ``kordon`` command."""

from kordon.cli.main import main

main()
