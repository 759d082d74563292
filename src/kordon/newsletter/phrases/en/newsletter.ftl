### The newsletter: its letters (mail-) and its pages (page-).

## Letters

mail-issue-subject = { $headed ->
    [no] The week of { $days }
   *[yes] { $days }: { $headline }
}
mail-issue-strap = Weekly commentary, issue { $number }
mail-correction-subject = Correction to the week of { $days }
mail-correction-strap = Correction · issue { $number } · { $label }
mail-correction-title = What was wrong in the week of { $days }
mail-correction-page = You get this because we sent you that issue. The page shows the corrected text and keeps the earlier one.
mail-alert-subject = Critical incident: { $where }
mail-alert-strap = At once · { $day }
mail-alert-meaning = A critical incident calls for a consultation of the states concerned. It closes nothing by itself. The weekly commentary will say what came of it.
mail-missing = Written only in: { $languages }.
mail-service-strap = Newsletter
mail-confirm-subject = Please confirm your subscription to { $name }
mail-confirm-1 = Somebody, we hope you, asked for { $name } at this address.
mail-confirm-2 = If it was you, please confirm within seven days. If it was not, do nothing: you get no letters, and we delete this address.
mail-confirm-button = Confirm the subscription
mail-confirm-reply = If the page does not open where you are, reply to this letter; the reply may be empty.
mail-known-subject = You are subscribed to { $name } already
mail-known-1 = Somebody, we hope you, asked for { $name } at this address. You are subscribed already, and nothing has changed.
mail-known-2 = Language, areas and how often we write can be changed on your page.
mail-read-page = Read this on the page
mail-choices = Your choices: { $language }; { $areas }; { $often }
mail-areas-all = all areas
mail-often-weekly = once a week
mail-often-at-once = once a week, and at once on a critical incident
mail-foot-why = You get this letter because you asked for it and confirmed. It holds no pictures, and nobody counts who opens it.
mail-foot-manage = Change language, areas or how often
mail-foot-unsubscribe = Unsubscribe
mail-foot-leave-by-mail = Where the pages are blocked, an empty letter to this address unsubscribes you:
mail-foot-forget-by-mail = An empty letter to this address deletes everything about you:
mail-foot-write = write it
mail-foot-forward = Whoever has this letter can change your subscription: remove the last lines when you pass it on.

## Pages

page-title = Newsletter
page-lede = The week at the borders: once a week, in Belarusian, Russian or English.
page-address = E-mail address
page-language = Language of the letters
page-areas = Areas
page-areas-hint = Leave all of them empty to get everything.
page-often = How often
page-weekly = Once a week
page-at-once = Once a week, and at once on a critical incident
page-subscribe = Subscribe
page-next = We send you a letter with a link. Only when you have opened it and confirmed are you subscribed.
page-safe = What we keep
page-safe-1 = Your address and your choices, encrypted with a key that is not in the database. No name, no network address, no hour: only the day, and that until you have confirmed.
page-safe-2 = We do not know whether you open a letter or follow a link. Letters hold no pictures and no counted links.
page-safe-3 = You can leave with one click, and have everything deleted at once.
page-safe-4 = A subscription can be held against a reader. Use an address that does not tell who you are, at a provider you trust, and open these pages through Tor where you have to.
page-by-mail = By mail instead
page-by-mail-1 = Where this page is blocked, an e-mail does the same: send an empty letter with the subject “subscribe” to { $address }.
page-by-mail-write = Write it
page-by-mail-2 = To choose, write the language and the areas into the subject, for example “subscribe en security west”. With the subject “unsubscribe” you get the addresses by which to leave.
page-asked-title = Look into your mail
page-asked = If letters can reach the address that you gave, one is on its way. Open its link within seven days to confirm.
page-asked-more = Nothing there after an hour? Look into the spam folder, or try again tomorrow: we write to an address only a few times a day.
page-confirm-title = One more click
page-confirm = Confirm that you want these letters:
page-confirm-button = Yes, subscribe me
page-confirmed-title = You have been successfully subscribed
page-confirmed = The next issue comes to you.
page-manage-title = Your subscription
page-save = Save
page-saved = Saved.
page-leave-title = Leave
page-leave = Letters stop at once, and your address is deleted. For up to four weeks an unreadable mark stays of which issues went out; “forget me” deletes that too.
page-unsubscribe-button = Unsubscribe
page-forget-button = Forget me
page-unsubscribe-title = Unsubscribe?
page-unsubscribed-title = You are unsubscribed
page-unsubscribed = No more letters will come, and your address is deleted.
page-forgotten-title = You are forgotten
page-forgotten = Your address, your choices and every mark of letters that we sent you are deleted.
page-gone-title = This link does not work any more
page-gone = It may be too old, incomplete or used up. If you still want letters, subscribe anew; if you want them to stop, use the link in the newest one.
page-archive-title = Letters that we sent
page-archive-lede = Every letter as it went out, without the lines that were for one reader.
page-archive-none = No letter has been sent yet.
page-archive = Letters that we sent
page-back = To the weekly commentary
page-busy-title = Too many sign-ups at the moment
page-busy = Please try again later, or subscribe by mail: { $address }.
page-missing-title = There is no such page
page-missing = The address may be mistyped.
page-wrong-form-title = That could not be understood
page-wrong-form = Please go back and fill in the form again.
page-bad-empty = Please write an e-mail address.
page-bad-long = This address is too long.
page-bad-unseen = This address holds an invisible character. Please type it by hand.
page-bad-mixed = This address mixes letters of several alphabets that look alike. Please type it by hand, in one alphabet.
page-bad-wrong = This is not an e-mail address. Please write it as reader@example.org.
