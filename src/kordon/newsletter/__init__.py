"""The newsletter: readers who stay safe, letters in three languages, and the mail that carries them.

A database of its own, opened by address, with its keys outside it::

    page or mail  ->  Asked  ->  Subscriber  ->  (issue, alert, correction) Letter  ->  Delivery  ->  a mail server

Nothing of Django is imported until a newsletter is opened.
"""
