//! Pictures of pages, where `SUNWAI_SHOTS` names a folder for them.

use std::path::PathBuf;

use chromiumoxide::cdp::browser_protocol::emulation::SetDeviceMetricsOverrideParams;
use chromiumoxide::cdp::browser_protocol::page::{CaptureScreenshotFormat, Viewport};
use chromiumoxide::page::ScreenshotParams;

use super::tab::Tab;
use super::{narrow, wide};

/// How much of a page a picture shows, in pixels of the page.
const HEIGHT: f64 = 700.0;

/// The page as it is, on a phone and on a desk.
pub(crate) async fn take(tab: &Tab, name: &str) {
    let Some(folder) = std::env::var_os("SUNWAI_SHOTS").map(PathBuf::from) else { return };
    std::fs::create_dir_all(&folder).unwrap();
    for (size, suffix) in [(wide(), "-wide"), (narrow(), "")] {
        let picture = picture(tab, size).await;
        std::fs::write(folder.join(format!("{name}{suffix}.png")), picture).unwrap();
    }
}

async fn picture(tab: &Tab, size: SetDeviceMetricsOverrideParams) -> Vec<u8> {
    let width = f64::from(u16::try_from(size.width).unwrap());
    tab.page.execute(size).await.unwrap();
    tab.value("document.activeElement.blur(),scrollTo(0,0)").await;
    let part = Viewport { x: 0.0, y: 0.0, width, height: HEIGHT, scale: 1.0 };
    let params = ScreenshotParams::builder().format(CaptureScreenshotFormat::Png).clip(part).capture_beyond_viewport(true).build();
    tab.page.screenshot(params).await.unwrap()
}
