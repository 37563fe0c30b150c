//! A page in the hands of somebody with a keyboard: she reads, writes, presses and goes back.

use std::time::Duration;

use chromiumoxide::Page;
use chromiumoxide::cdp::browser_protocol::input::{DispatchKeyEventParams, DispatchKeyEventType, InsertTextParams};
use chromiumoxide::cdp::browser_protocol::page::{GetNavigationHistoryParams, NavigateToHistoryEntryParams, NavigationEntry};
use chromiumoxide::cdp::browser_protocol::storage::GetCookiesParams;
use chromiumoxide::cdp::js_protocol::runtime::EvaluateParams;
use serde_json::{Value, json};

/// No page of ours takes so long, not even on a busy machine.
const DEADLINE: Duration = Duration::from_secs(30);
/// How often is looked.
const LOOK: Duration = Duration::from_millis(15);

/// A key as it stands on a keyboard.
#[derive(Clone, Copy)]
pub(crate) struct Key {
    key: &'static str,
    /// Where it lies, whatever is printed on it.
    place: &'static str,
    code: i64,
    text: &'static str,
}

impl Key {
    /// A key that writes: what it writes, and where it lies.
    pub(crate) const fn letter(key: &'static str, place: &'static str, code: i64) -> Key {
        Key { key, place, code, text: key }
    }
}

pub(crate) const ENTER: Key = Key { key: "Enter", place: "Enter", code: 13, text: "\r" };
pub(crate) const SPACE: Key = Key { key: " ", place: "Space", code: 32, text: " " };
pub(crate) const DOWN: Key = Key { key: "ArrowDown", place: "ArrowDown", code: 40, text: "" };
pub(crate) const ESCAPE: Key = Key { key: "Escape", place: "Escape", code: 27, text: "" };
pub(crate) const SHIFT: Key = Key { key: "Shift", place: "ShiftLeft", code: 16, text: "" };

/// An open page.
pub(crate) struct Tab {
    pub(crate) page: Page,
}

impl Tab {
    pub(crate) fn new(page: Page) -> Tab {
        Tab { page }
    }

    /// The value of an expression; an error while the page is changing.
    async fn look(&self, expression: &str) -> Result<Value, String> {
        let ask = EvaluateParams::builder().expression(expression).return_by_value(true).build()?;
        let answer = self.page.execute(ask).await.map_err(|error| error.to_string())?.result;
        match answer.exception_details {
            Some(thrown) => Err(format!("{thrown:?}")),
            None => Ok(answer.result.value.unwrap_or(Value::Null)),
        }
    }

    /// The value of an expression on a page that stands still.
    pub(crate) async fn value(&self, expression: &str) -> Value {
        self.look(expression).await.unwrap_or_else(|error| panic!("{expression}: {error}"))
    }

    pub(crate) async fn string(&self, expression: &str) -> String {
        let value = self.value(expression).await;
        value.as_str().unwrap_or_else(|| panic!("{expression} is {value}")).to_owned()
    }

    /// What stands in the first element of this kind that can be seen.
    pub(crate) async fn text(&self, selector: &str) -> String {
        self.string(&format!("(e=>e&&e.getClientRects().length?e.innerText.trim():null)({})", one(selector))).await
    }

    pub(crate) async fn has(&self, selector: &str) -> bool {
        self.value(&format!("!!{}", one(selector))).await == json!(true)
    }

    /// What is in a control.
    pub(crate) async fn typed(&self, selector: &str) -> String {
        self.string(&format!("{}.value", one(selector))).await
    }

    /// Waits until something is so.
    pub(crate) async fn until(&self, condition: &str) {
        let seen = async {
            let mut looks = tokio::time::interval(LOOK);
            loop {
                looks.tick().await;
                if self.look(condition).await == Ok(Value::Bool(true)) {
                    return;
                }
            }
        };
        if tokio::time::timeout(DEADLINE, seen).await.is_err() {
            let shown = self.look("location.href+'\\n'+document.body.innerText").await;
            panic!("never: {condition}\n{shown:?}");
        }
    }

    pub(crate) async fn open(&self, url: &str) {
        self.page.goto(url).await.unwrap();
        self.until("document.readyState==='complete'").await;
        self.fits().await;
    }

    /// Which document this is: no two begin at the same moment.
    pub(crate) async fn which(&self) -> Value {
        self.value("performance.timeOrigin").await
    }

    /// Waits for another document than this.
    pub(crate) async fn arrives(&self, before: &Value) {
        self.until(&format!("document.readyState==='complete'&&performance.timeOrigin!=={before}")).await;
        self.fits().await;
    }

    /// Nothing has to be pushed aside to be read.
    async fn fits(&self) {
        let widths = self.value("[document.documentElement.scrollWidth,document.documentElement.clientWidth]").await;
        assert!(widths[0].as_i64() <= widths[1].as_i64(), "wider than the screen: {widths} at {}", self.value("location.href").await);
    }

    pub(crate) async fn focus(&self, selector: &str) {
        let there = format!("(e=>{{if(!e)return 'nothing there';e.focus();return document.activeElement===e||'not to be focused'}})({})", one(selector));
        assert_eq!(self.value(&there).await, json!(true), "{selector} at {}", self.value("location.href").await);
    }

    pub(crate) async fn press(&self, key: Key) {
        self.strike(key, 0).await;
    }

    pub(crate) async fn press_with_shift(&self, key: Key) {
        const SHIFT_HELD: i64 = 8;
        self.strike(key, SHIFT_HELD).await;
    }

    async fn strike(&self, key: Key, held: i64) {
        let event = |kind| {
            let event = DispatchKeyEventParams::builder().modifiers(held).r#type(kind).key(key.key).code(key.place);
            event.windows_virtual_key_code(key.code).native_virtual_key_code(key.code)
        };
        let down = if key.text.is_empty() { event(DispatchKeyEventType::RawKeyDown) } else { event(DispatchKeyEventType::KeyDown).text(key.text) };
        self.page.execute(down.build().unwrap()).await.unwrap();
        self.page.execute(event(DispatchKeyEventType::KeyUp).build().unwrap()).await.unwrap();
    }

    /// Goes to a link or button, presses it, and waits for the page behind it.
    pub(crate) async fn follow(&self, selector: &str) {
        let before = self.which().await;
        self.focus(selector).await;
        self.press(ENTER).await;
        self.arrives(&before).await;
    }

    /// Writes into a field that may have something in it.
    pub(crate) async fn write(&self, selector: &str, text: &str) {
        self.focus(selector).await;
        self.value("document.activeElement.select()").await;
        self.page.execute(InsertTextParams::new(text)).await.unwrap();
        assert_eq!(self.typed(selector).await, text, "{selector}");
    }

    pub(crate) async fn tick(&self, selector: &str) {
        self.focus(selector).await;
        self.press(SPACE).await;
        assert_eq!(self.value(&format!("{}.checked", one(selector))).await, json!(true), "{selector}");
    }

    /// Goes down a list until this is chosen.
    pub(crate) async fn choose(&self, selector: &str, value: &str) {
        self.focus(selector).await;
        let far = self.value(&format!("(e=>[...e.options].findIndex(o=>o.value==={})-e.selectedIndex)({})", json!(value), one(selector))).await;
        for _ in 0..far.as_i64().unwrap() {
            self.press(DOWN).await;
        }
        assert_eq!(self.typed(selector).await, value, "{selector}");
    }

    /// Every page behind this one and before it, and which of them is shown.
    pub(crate) async fn history(&self) -> (Vec<NavigationEntry>, usize) {
        let history = self.page.execute(GetNavigationHistoryParams::default()).await.unwrap().result;
        (history.entries, usize::try_from(history.current_index).unwrap())
    }

    /// Goes to a page of the history, as the buttons of the browser do.
    pub(crate) async fn back_to(&self, entry: &NavigationEntry) {
        let before = self.which().await;
        self.page.execute(NavigateToHistoryEntryParams::new(entry.id)).await.unwrap();
        self.until(&format!("document.readyState==='complete'&&performance.timeOrigin!=={before}")).await;
    }

    /// All that a page shows or holds, the insides of its fields too.
    pub(crate) async fn everything(&self) -> String {
        self.string("document.documentElement.outerHTML+[...document.querySelectorAll('input,textarea,select')].map(e=>e.value).join('\\n')").await
    }

    /// The names of all that this browser keeps, for whatever address.
    pub(crate) async fn cookies(&self) -> Vec<String> {
        let cookies = self.page.execute(GetCookiesParams::default()).await.unwrap().result.cookies;
        cookies.into_iter().map(|cookie| cookie.name).collect()
    }
}

/// The expression for the first element of this kind.
pub(crate) fn one(selector: &str) -> String {
    format!("document.querySelector({})", json!(selector))
}
