//! The real program, ended in the middle: whatever it acknowledged is there after a restart.

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use crate::town::{Citizen, Town, fields};

/// The program of `cargo run`, as a process of its own.
pub(crate) struct Server {
    child: Child,
    outside: Town,
    log: PathBuf,
}

impl Server {
    pub(crate) async fn start(args: &[&str]) -> Server {
        let program = build().to_owned();
        let log = std::env::temp_dir().join(format!("sunwai-log-{}", seal::hex(&seal::random::<6>())));
        let errors = std::fs::File::create(log.with_extension("err")).unwrap();
        let mut child = Command::new(program).args(["--listen", "127.0.0.1:0"]).args(args).stdout(Stdio::piped()).stderr(errors).spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let url = loop {
            let line = lines.next().expect("the program says that it is ready").unwrap();
            if let Some(url) = line.strip_prefix("ready ") {
                break url.to_owned();
            }
        };
        let mut copy = std::fs::File::create(&log).unwrap();
        std::thread::spawn(move || {
            use std::io::Write as _;
            for line in lines.map_while(Result::ok) {
                writeln!(copy, "{line}").unwrap();
            }
        });
        let outside = Town::outside(&url);
        Server { child, outside, log }
    }

    pub(crate) fn citizen(&self, phone: &str) -> Citizen<'_> {
        self.outside.citizen(phone)
    }

    pub(crate) async fn code(&self, phone: &str) -> String {
        let texts = self.outside.get("/dev/inbox.json", true).await.json();
        let mine = texts.as_array().unwrap().iter().rfind(|sms| sms["template"] == "otp" && sms["to"].as_str().unwrap().ends_with(phone));
        mine.expect("a code came")["text"].as_str().unwrap().chars().filter(char::is_ascii_digit).take(6).collect()
    }

    pub(crate) async fn page(&self, path: &str) -> String {
        self.outside.get(path, false).await.expect(200).body
    }

    pub(crate) async fn post_dev(&self, path: &str, body: &str) {
        self.outside.send("POST", path, &[("content-type", "application/x-www-form-urlencoded")], body.to_owned()).await;
    }

    /// Ends it at once, as `kill -9` does, and answers with everything it logged.
    pub(crate) async fn end(&mut self) -> String {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
        let read = |path: &Path| std::fs::read_to_string(path).unwrap_or_default();
        let log = read(&self.log) + &read(&self.log.with_extension("err"));
        for path in [self.log.clone(), self.log.with_extension("err")] {
            std::fs::remove_file(path).unwrap();
        }
        log
    }
}

/// Builds the program once and answers with its path.
pub(crate) fn build() -> &'static Path {
    static BUILT: std::sync::OnceLock<PathBuf> = std::sync::OnceLock::new();
    BUILT.get_or_init(|| {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let built =
            Command::new(env!("CARGO")).args(["build", "-q", "-p", "sunwai", "--message-format=json-render-diagnostics"]).current_dir(root).output().unwrap();
        assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
        let messages = String::from_utf8(built.stdout).unwrap();
        let path = messages
            .lines()
            .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok())
            .find_map(|m| (m["target"]["name"] == "sunwai" && m["executable"].is_string()).then(|| m["executable"].as_str().unwrap().into()));
        path.expect("cargo says where the program is")
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn kill_nine_loses_nothing_that_was_acknowledged() {
    let folder = std::env::temp_dir().join(format!("sunwai-crash-{}", seal::hex(&seal::random::<6>())));
    let data = folder.to_str().unwrap().to_owned();
    let mut acknowledged: Vec<(String, String)> = vec![];
    let mut unanswered: Vec<(String, String)> = vec![];
    let mut filed = 0;
    for life in 0..4 {
        let mut server = Server::start(&["--data", &data, "--seed", "empty"]).await;
        let stop_at = if life == 3 { 200 } else { filed + 50 };
        let (tell, mut told) = tokio::sync::mpsc::unbounded_channel();
        let lanes = futures::future::join_all((0..4usize).map(|lane| {
            let (server, tell) = (&server, tell.clone());
            async move {
                for n in (filed..stop_at).filter(|n| n % 4 == lane) {
                    let phone = format!("98{:08}", 50_000_000 + life * 1000 + n);
                    let asha = server.citizen(&phone);
                    let Some(sent) = asha.try_post("/complaints", &asha.form()).await.filter(|a| a.status == 202) else { return };
                    let (draft, code) = (sent.text("draft"), server.code(&phone).await);
                    tell.send((draft.clone(), code.clone(), None)).unwrap();
                    let answer = asha.try_post("/complaints/confirm", &fields(&[("draft", &draft), ("code", &code)])).await;
                    let Some(filed) = answer.filter(|a| a.status == 201) else { return };
                    tell.send((draft, code, Some((filed.text("number"), filed.text("receipt"))))).unwrap();
                }
            }
        }));
        drop(tell);
        // All but the last life end in the middle, with requests on the way.
        let until = if life == 3 { usize::MAX } else { 40 };
        let watch = async {
            let (mut seen, mut done) = (vec![], 0);
            // Not between two requests: somebody waits for an answer when it ends.
            while done < until || seen.len() == 2 * done {
                let Some(one) = told.recv().await else { break };
                done += usize::from(one.2.is_some());
                seen.push(one);
            }
            seen
        };
        let seen = tokio::select! { seen = watch => seen, _ = lanes => vec![] };
        let mut late = vec![];
        while let Ok(one) = told.try_recv() {
            late.push(one);
        }
        server.end().await;
        let mut asked = std::collections::BTreeMap::new();
        for (draft, code, answer) in seen.into_iter().chain(late) {
            match answer {
                Some(pair) => {
                    asked.remove(&draft);
                    acknowledged.push(pair);
                }
                None => {
                    asked.insert(draft, code);
                }
            }
        }
        unanswered.extend(asked);
        filed = stop_at;
    }
    assert!(acknowledged.len() >= 120, "{} were acknowledged", acknowledged.len());
    let mut server = Server::start(&["--data", &data, "--seed", "empty"]).await;
    for (number, receipt) in &acknowledged {
        let asha = server.citizen("9999999999");
        let opened = asha.post("/track/confirm", &fields(&[("number", number), ("receipt", receipt)])).await.expect(200);
        let seen = opened.json();
        assert_eq!(seen["number"], **number);
        assert!(seen["timeline"].to_string().contains("registered"), "nothing is half-written");
    }
    // Whoever got no answer presses again: one complaint, new or known already, and nobody else's.
    assert!(!unanswered.is_empty(), "nothing was on the way when it ended");
    let mut numbers: Vec<String> = acknowledged.into_iter().map(|(number, _)| number).collect();
    for (draft, code) in &unanswered {
        let again = server.citizen("9999999999").confirm(draft, code).await;
        assert!(matches!(again.status, 200 | 201), "{}", again.body);
        numbers.push(again.text("number"));
    }
    let distinct: std::collections::BTreeSet<_> = numbers.iter().collect();
    assert_eq!(distinct.len(), numbers.len(), "no number twice");
    server.end().await;
    std::fs::remove_dir_all(folder).unwrap();
}
