//! A built site as a host would serve it, for tests: a base path, and a log of every request.

use std::io;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use super::files::{Answer, Folder};
use super::listen::{Listening, Reply};

/// One request and how it was answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logged {
    /// `GET`, `HEAD`, …
    pub method: String,
    /// Path and query as the client sent them.
    pub target: String,
    /// The status of the answer.
    pub status: u16,
}

/// A site being served on an ephemeral port of loopback; dropping it stops the server.
pub struct Static {
    url: String,
    log: Arc<Mutex<Vec<Logged>>>,
    _listening: Listening,
}

impl Static {
    /// Serves the folder `site` under `base` (`/`, `/law/check/`).
    ///
    /// # Errors
    /// No port can be opened.
    pub fn start(site: &Path, base: &str) -> io::Result<Static> {
        let folder = Folder::new(site, base);
        let base = folder.base().to_owned();
        let log = Arc::new(Mutex::new(Vec::new()));
        let written = Arc::clone(&log);
        let listening = Listening::start(0, move |asked| {
            let answer = match asked.method.as_str() {
                "GET" | "HEAD" => folder.answer(&asked.target, &asked.encodings),
                _ => Answer::text(405, "text/plain; charset=utf-8", "405\n"),
            };
            written.lock().unwrap_or_else(PoisonError::into_inner).push(Logged {
                method: asked.method.clone(),
                target: asked.target.clone(),
                status: answer.status,
            });
            Reply::Whole(answer)
        })?;
        let url = format!("http://127.0.0.1:{}{base}", listening.port());
        Ok(Static { url, log, _listening: listening })
    }

    /// The address of the page, with its base path and a slash at the end.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Every request so far, in the order they were answered.
    #[must_use]
    pub fn log(&self) -> Vec<Logged> {
        self.log.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Read as _, Write as _};
    use std::net::TcpStream;

    fn ask(url: &str, request: &str) -> String {
        let address = url.trim_start_matches("http://").split('/').next().unwrap();
        let mut stream = TcpStream::connect(address).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    #[test]
    fn requests_are_answered_and_logged() {
        let folder = std::env::temp_dir().join(format!("assessor-static-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("index.html"), "hello").unwrap();
        let site = Static::start(&folder, "/a/b").unwrap();
        assert!(site.url().ends_with("/a/b/"), "{}", site.url());
        let answer = ask(site.url(), "GET /a/b/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assert!(answer.starts_with("HTTP/1.1 200") && answer.ends_with("\r\n\r\nhello"), "{answer}");
        assert_eq!(answer.matches("Content-Type:").count(), 1, "{answer}");
        let refused = ask(
            site.url(),
            "POST /a/b/ HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
        );
        assert!(refused.starts_with("HTTP/1.1 405"), "{refused}");
        let log: Vec<_> = site.log().into_iter().map(|l| (l.method, l.target, l.status)).collect();
        assert_eq!(log, [("GET".into(), "/a/b/".into(), 200), ("POST".into(), "/a/b/".to_owned(), 405)]);
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
