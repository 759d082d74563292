# Copies of the site that are passed on by hand

site-elsewhere = This page is not in this copy
site-elsewhere-why = This copy of the site was made to be passed on, and holds only some of its pages.
site-elsewhere-back = Go back to the page before, or look for this one on the site itself.
