//! A server on loopback that hands every request to one function: HTTP/1.1 as far as a browser
//! loading a page needs it (RFC 9112: requests without a body, answers of known length,
//! connections kept open).
//!
//! `httparse` (no dependencies, the parser under hyper) reads the requests, the rest is a thread
//! for each connection. Of the servers weighed, axum and hyper bring tokio and some fifty crates
//! to compile before a first `cargo run` shows anything; tiny_http's pool of threads now and
//! then left a connection waiting behind an idle one, and the browser with it, for ever.

use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};

use super::files::Answer;

/// Longer heads than a browser sends are refused.
const LONGEST_HEAD: usize = 64 * 1024;

const MOST_HEADERS: usize = 100;

/// What of a request matters here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Asked {
    /// `GET`, `HEAD`, …
    pub(super) method: String,
    /// Path and query as the client sent them.
    pub(super) target: String,
    /// The header `Accept-Encoding`, empty where there is none.
    pub(super) encodings: String,
    /// Whether another request may follow on the connection.
    keep_alive: bool,
}

/// What is sent back.
pub(super) enum Reply {
    /// Status, headers and a body of known length.
    Whole(Answer),
    /// Status 200, these headers, and then whatever the function writes until it ends.
    Stream(Vec<(&'static str, &'static str)>, Writing),
}

/// Writes the body of a stream; its end, or an error, is the end of the connection.
pub(super) type Writing = Box<dyn FnOnce(&mut dyn Write) -> io::Result<()>>;

/// A running server; dropping it stops it.
pub(super) struct Listening {
    address: SocketAddr,
    stopping: Arc<AtomicBool>,
    accepting: Option<JoinHandle<()>>,
}

impl Listening {
    /// Listens on 127.0.0.1; port 0 is any free one.
    pub(super) fn start(
        port: u16,
        handle: impl Fn(&Asked) -> Reply + Send + Sync + 'static,
    ) -> io::Result<Listening> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        let address = listener.local_addr()?;
        let stopping = Arc::new(AtomicBool::new(false));
        let (stop, handle) = (Arc::clone(&stopping), Arc::new(handle));
        let accepting = thread::spawn(move || {
            for stream in listener.incoming() {
                if stop.load(Ordering::Relaxed) {
                    return;
                }
                let handle = Arc::clone(&handle);
                // A connection that breaks concerns nobody but its client.
                thread::spawn(move || stream.and_then(|stream| converse(stream, &*handle)).ok());
            }
        });
        Ok(Listening { address, stopping, accepting: Some(accepting) })
    }

    pub(super) fn port(&self) -> u16 {
        self.address.port()
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        self.stopping.store(true, Ordering::Relaxed);
        // `accept` has no other way to be woken.
        drop(TcpStream::connect(self.address));
        if let Some(thread) = self.accepting.take() {
            drop(thread.join());
        }
    }
}

/// Answers the requests of one connection until either side ends it.
fn converse(mut stream: TcpStream, handle: &dyn Fn(&Asked) -> Reply) -> io::Result<()> {
    stream.set_nodelay(true)?;
    let mut received = Vec::new();
    while let Some((asked, length)) = read_head(&mut stream, &mut received)? {
        received.drain(..length);
        match handle(&asked) {
            Reply::Whole(answer) => stream.write_all(&whole(&answer, &asked))?,
            Reply::Stream(headers, write) => {
                stream.write_all(head(200, &headers, "Connection: close\r\n").as_bytes())?;
                return write(&mut stream);
            }
        }
        if !asked.keep_alive {
            break;
        }
    }
    Ok(())
}

/// Reads until `received` begins with the whole head of a request; gives it and its length. None
/// at the end of the connection.
fn read_head(stream: &mut TcpStream, received: &mut Vec<u8>) -> io::Result<Option<(Asked, usize)>> {
    let mut chunk = [0; 4096];
    loop {
        if let Some(found) = parse(received)? {
            return Ok(Some(found));
        }
        let count = stream.read(&mut chunk)?;
        if count == 0 {
            return Ok(None);
        }
        received.extend(chunk.iter().take(count));
        if received.len() > LONGEST_HEAD {
            return Err(io::Error::other("the head of the request is too long"));
        }
    }
}

fn parse(received: &[u8]) -> io::Result<Option<(Asked, usize)>> {
    let mut headers = [httparse::EMPTY_HEADER; MOST_HEADERS];
    let mut request = httparse::Request::new(&mut headers);
    let httparse::Status::Complete(length) = request.parse(received).map_err(io::Error::other)? else {
        return Ok(None);
    };
    let header = |name: &str| {
        let found = request.headers.iter().find(|header| header.name.eq_ignore_ascii_case(name));
        found.map_or_else(String::new, |header| String::from_utf8_lossy(header.value).into_owned())
    };
    // A body is never read, so nothing after it could be told apart from it.
    let has_body =
        !["", "0"].contains(&header("Content-Length").as_str()) || !header("Transfer-Encoding").is_empty();
    let keep_alive =
        request.version == Some(1) && !header("Connection").eq_ignore_ascii_case("close") && !has_body;
    let asked = Asked {
        method: request.method.unwrap_or_default().to_owned(),
        target: request.path.unwrap_or_default().to_owned(),
        encodings: header("Accept-Encoding"),
        keep_alive,
    };
    Ok(Some((asked, length)))
}

fn whole(answer: &Answer, asked: &Asked) -> Vec<u8> {
    let connection = if asked.keep_alive { "" } else { "Connection: close\r\n" };
    let length = format!("Content-Length: {}\r\n{connection}", answer.body.len());
    let mut bytes = head(answer.status, &answer.headers, &length).into_bytes();
    if asked.method != "HEAD" {
        bytes.extend_from_slice(&answer.body);
    }
    bytes
}

/// The reason phrase after the status may be empty (RFC 9112, §4).
fn head(status: u16, headers: &[(&'static str, impl AsRef<str>)], more: &str) -> String {
    let lines: String =
        headers.iter().map(|(name, value)| format!("{name}: {}\r\n", value.as_ref())).collect();
    format!("HTTP/1.1 {status} \r\n{lines}{more}\r\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn echo() -> Listening {
        Listening::start(0, |asked| {
            let text = format!("{} {} [{}]", asked.method, asked.target, asked.encodings);
            Reply::Whole(Answer::text(200, "text/plain", text))
        })
        .unwrap()
    }

    fn talk(server: &Listening, parts: &[&str]) -> String {
        let mut stream = TcpStream::connect(server.address).unwrap();
        for part in parts {
            stream.write_all(part.as_bytes()).unwrap();
            thread::sleep(std::time::Duration::from_millis(20));
        }
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    #[test]
    fn requests_follow_each_other_on_one_connection_in_any_pieces() {
        let server = echo();
        let said = talk(
            &server,
            &[
                "GET /a HTTP/1.1\r\naccept-ENCODING: br\r\n",
                "\r\nHEAD /b HTTP/1.1\r\n\r\nGET /c",
                " HTTP/1.0\r\n\r\n",
            ],
        );
        assert_eq!(said.matches("HTTP/1.1 200 ").count(), 3, "{said}");
        assert!(said.contains("GET /a [br]") && said.ends_with("GET /c []"), "{said}");
        assert!(!said.contains("HEAD /b"), "an answer to HEAD has no body: {said}");
    }

    #[test]
    fn what_is_no_request_or_has_a_body_ends_the_connection() {
        let server = echo();
        assert_eq!(talk(&server, &["\u{1}\u{2} nonsense\r\n\r\n"]), "");
        let smuggled = "POST /a HTTP/1.1\r\nContent-Length: 22\r\n\r\nGET /b HTTP/1.1\r\n\r\n";
        let said = talk(&server, &[smuggled]);
        assert!(said.contains("POST /a") && !said.contains("GET /b"), "{said}");
    }

    #[test]
    fn idle_connections_hold_nobody_up() {
        let server = echo();
        let idle: Vec<_> = (0..50).map(|_| TcpStream::connect(server.address).unwrap()).collect();
        let said = talk(&server, &["GET /a HTTP/1.1\r\nConnection: close\r\n\r\n"]);
        assert!(said.ends_with("GET /a []"), "{said}");
        drop(idle);
    }

    #[test]
    fn a_dropped_server_is_gone() {
        let server = echo();
        let address = server.address;
        drop(server);
        assert!(TcpStream::connect(address).is_err());
    }
}
