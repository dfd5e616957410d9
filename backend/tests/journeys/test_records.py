"""Records: made from a form, talked about in the timeline, merged away, deleted and back."""

from playwright.async_api import expect

from tests.journeys.conftest import Visit


async def test_a_deal_is_made_with_a_new_account_on_the_way(visit: Visit) -> None:
    claire = await visit()
    await claire.open_list("deal")
    page = claire.page
    await page.get_by_role("button", name="New Deal").click()
    form = page.get_by_role("dialog", name="New Deal")
    await form.get_by_role("button", name="Create", exact=True).click()
    await expect(form.get_by_text("Please fill this in.").first).to_be_visible()
    await form.get_by_role("textbox", name="Name", exact=True).fill("Lights for the pier")
    await form.get_by_role("button", name="Account", exact=True).click()
    await page.get_by_role("combobox", name="Account").fill("Pier Trust")
    await page.get_by_role("button", name="Create Account “Pier Trust”").click()
    await expect(form.get_by_role("button", name="Account", exact=True)).to_contain_text(
        "Pier Trust"
    )
    await form.get_by_role("textbox", name="Amount").fill("48000")
    await form.get_by_role("button", name="Pipeline").click()
    await page.get_by_role("option", name="Through partners").click()
    await expect(form.get_by_role("button", name="Stage", exact=True)).to_contain_text("Registered")
    await form.get_by_role("button", name="Create", exact=True).click()
    await (await claire.toast("Lights for the pier")).get_by_role("button", name="Open").click()
    await expect(page.get_by_role("heading", level=1)).to_contain_text("Lights for the pier")
    people = page.get_by_role("list", name="People involved")
    await expect(people).to_contain_text("Pier Trust")
    await expect(people).to_contain_text("Claire Fontaine")


async def test_a_form_that_was_left_keeps_what_was_typed(visit: Visit) -> None:
    claire = await visit()
    await claire.open_list("contact")
    page = claire.page
    await page.get_by_role("button", name="New Contact").click()
    form = page.get_by_role("dialog", name="New Contact")
    await form.get_by_role("textbox", name="Name", exact=True).fill("Half Written")
    await page.reload()
    await page.get_by_role("button", name="New Contact").click()
    await expect(form.get_by_role("textbox", name="Name", exact=True)).to_have_value("Half Written")
    await form.get_by_role("button", name="Cancel").click()
    await (
        page.get_by_role("dialog", name="Discard what you typed?")
        .get_by_role("button", name="Discard")
        .click()
    )
    await expect(form).to_have_count(0)


async def test_notes_and_tasks_stand_in_the_timeline_and_changes_are_taken_back(
    visit: Visit,
) -> None:
    claire = await visit()
    made = await claire.create("account", name="Timeline Works")
    await claire.go(f"/o/account/{made['id']}")
    page = claire.page
    timeline = page.get_by_role("region", name="Timeline")
    await timeline.get_by_role("button", name="What happened? What comes next?").click()
    await timeline.get_by_role("textbox", name="Text").fill("They like the blue one.")
    await timeline.get_by_role("button", name="Save", exact=True).click()
    await claire.toast("Note saved")
    await expect(
        timeline.get_by_role("listitem").filter(has_text="They like the blue one.")
    ).to_be_visible()
    await page.get_by_role("button", name="Edit Kind:").last.click()
    await page.get_by_role("option", name="Customer", exact=True).click()
    told = timeline.get_by_role("listitem").filter(has_text="Prospect").filter(has_text="Customer")
    await expect(told.first).to_be_visible()
    await told.first.hover()
    await timeline.get_by_role("button", name="Take this back").first.click()
    await claire.toast("Taken back")
    assert (await claire.read("account", made["id"]))["kind"] == "prospect"


async def test_a_record_goes_to_the_bin_and_comes_back(visit: Visit) -> None:
    claire = await visit()
    made = await claire.create("product", name="Doomed Sensor")
    await claire.go(f"/o/product/{made['id']}")
    page = claire.page
    await page.get_by_role("button", name="More", exact=True).click()
    await page.get_by_role("menuitem", name="Delete").click()
    await expect(page.get_by_role("heading", name="Products", level=1)).to_be_visible()
    await claire.undo("Doomed Sensor is in the bin")
    await expect(page.get_by_role("link", name="Doomed Sensor").first).to_be_visible()


async def test_two_records_become_one_and_two_again(visit: Visit) -> None:
    claire = await visit()
    kept = await claire.create("account", name="Merge Here", employees=5)
    other = await claire.create("account", name="Merge There", employees=70, industry="energy")
    await claire.create("contact", name="Follows Along", account=other["id"])
    await claire.go(f"/o/account/{kept['id']}")
    page = claire.page
    await page.get_by_role("button", name="More", exact=True).click()
    await page.get_by_role("menuitem", name="Merge with another").click()
    dialog = page.get_by_role("dialog", name="Merge with another")
    await dialog.get_by_text("Choose …").click()
    await page.get_by_role("combobox", name="The other Account").fill("Merge There")
    await page.get_by_role("option", name="Merge There").click()
    await expect(dialog).to_contain_text("Contacts: 1")
    await dialog.get_by_role("radio", name="Employees: 70").check()
    await dialog.get_by_role("button", name="Merge", exact=True).click()
    await claire.toast("Merged into Merge Here")
    merged = await claire.read("account", kept["id"])
    assert (merged["employees"], merged["industry"]) == (70, "energy")
    await expect(page.get_by_role("link", name="Follows Along").first).to_be_visible()
    async with page.expect_response(lambda answer: answer.url.endswith("/api/undo")):
        await claire.undo("Merged into Merge Here")
    assert (await claire.read("account", kept["id"]))["employees"] == 5
    assert (await claire.read("account", other["id"]))["employees"] == 70


async def test_the_other_one_can_be_the_one_that_stays(visit: Visit) -> None:
    claire = await visit()
    here = await claire.create("product", name="Swap Here")
    there = await claire.create("product", name="Swap There")
    await claire.go(f"/o/product/{here['id']}")
    page = claire.page
    await page.get_by_role("button", name="More", exact=True).click()
    await page.get_by_role("menuitem", name="Merge with another").click()
    dialog = page.get_by_role("dialog", name="Merge with another")
    await dialog.get_by_text("Choose …").click()
    await page.get_by_role("combobox", name="The other Product").fill("Swap There")
    await page.get_by_role("option", name="Swap There").click()
    await dialog.get_by_role("button", name="Keep the other one").click()
    await expect(dialog).to_contain_text("“Swap There” stays")
    await dialog.get_by_role("button", name="Merge", exact=True).click()
    await expect(page.get_by_role("heading", level=1)).to_contain_text("Swap There")
    await claire.read("product", there["id"])


async def test_a_signature_fills_a_form(visit: Visit) -> None:
    claire = await visit()
    await claire.open_list("contact")
    page = claire.page
    await page.get_by_role("button", name="New Contact").click()
    form = page.get_by_role("dialog", name="New Contact")
    await form.get_by_role("button", name="Paste a signature or card").click()
    card = "Pia Vogel\nHead of Buying\nVogelwarte GmbH\nM +49 171 5559876\npia@vogelwarte.example"
    await form.get_by_role("textbox", name="Signature, business card").fill(card)
    await form.get_by_role("button", name="Job title Head of Buying").click()
    await form.get_by_role("button", name="Fill in 4 fields").click()
    await expect(form.get_by_role("textbox", name="Name", exact=True)).to_have_value("Pia Vogel")
    await expect(form.get_by_role("button", name="Account", exact=True)).to_contain_text(
        "Vogelwarte GmbH"
    )
    await expect(form.get_by_role("textbox", name="Job title")).to_have_value("")
    await form.get_by_role("textbox", name="Name", exact=True).press("Control+s")
    await claire.toast("Pia Vogel")
    await page.get_by_role("button", name="New Contact").click()
    await form.get_by_role("textbox", name="E-mail").fill("pia@vogelwarte.example")
    await expect(form.get_by_role("link", name="Pia Vogel")).to_be_visible()


async def test_what_comes_next_stands_on_top_and_is_ticked_off(visit: Visit) -> None:
    claire = await visit()
    made = await claire.create("account", name="Next Step Ltd")
    await claire.go(f"/o/account/{made['id']}")
    page = claire.page
    timeline = page.get_by_role("region", name="Timeline")
    await timeline.get_by_role("button", name="Task", exact=True).click()
    await timeline.get_by_role("textbox", name="What to do").fill("Send the drawings")
    await timeline.get_by_role("textbox", name="Due").fill("next fri")
    await timeline.get_by_role("textbox", name="What to do").press("Control+Enter")
    await claire.toast("Task saved")
    steps = page.get_by_role("region", name="What comes next")
    await expect(steps).to_contain_text("Send the drawings")
    await steps.get_by_role("checkbox", name="Send the drawings").check()
    await expect(steps).to_have_count(0)
    await timeline.get_by_text("Changes", exact=True).click()
    await expect(timeline.get_by_role("link", name="Send the drawings")).to_have_count(0)
    await expect(timeline.get_by_text("created this")).to_be_visible()
    await timeline.get_by_text("Tasks", exact=True).click()
    await expect(timeline.get_by_role("link", name="Send the drawings").first).to_be_visible()


async def test_a_contact_that_is_there_is_linked_from_its_account(visit: Visit) -> None:
    claire = await visit()
    made = await claire.create("account", name="Gets A Contact")
    contact = await claire.create("contact", name="Loose Larissa")
    await claire.go(f"/o/account/{made['id']}")
    page = claire.page
    await page.get_by_role("button", name="Add Contact", exact=True).click()
    await page.get_by_role("combobox", name="Add Contact").fill("Loose Larissa")
    await page.get_by_role("option", name="Loose Larissa").click()
    await expect(page.get_by_role("link", name="Loose Larissa").first).to_be_visible()
    linked = await claire.read("contact", contact["id"])
    assert linked["account"]["id"] == made["id"]
