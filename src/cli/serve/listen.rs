//! A server on loopback that hands every request to one function.

use std::io;
use std::net::Ipv4Addr;
use std::sync::Arc;
use std::thread::{self, JoinHandle};

use tiny_http::{Header, Request, Response, Server};

use super::files::Answer;

/// Enough for a browser's parallel requests; event streams leave to threads of their own.
const THREADS: usize = 4;

/// A running server; dropping it stops it.
pub(super) struct Listening {
    server: Arc<Server>,
    threads: Vec<JoinHandle<()>>,
    port: u16,
}

impl Listening {
    /// Listens on 127.0.0.1; port 0 is any free one.
    pub(super) fn start(
        port: u16,
        handle: impl Fn(Request) + Send + Sync + 'static,
    ) -> io::Result<Listening> {
        let server = Server::http((Ipv4Addr::LOCALHOST, port)).map_err(|error| match error
            .downcast::<io::Error>()
        {
            Ok(error) => *error,
            Err(error) => io::Error::other(error.to_string()),
        })?;
        let port = server
            .server_addr()
            .to_ip()
            .map_or(port, |address| address.port());
        let (server, handle) = (Arc::new(server), Arc::new(handle));
        let threads = (0..THREADS)
            .map(|_| {
                let (server, handle) = (Arc::clone(&server), Arc::clone(&handle));
                thread::spawn(move || {
                    while let Ok(request) = server.recv() {
                        handle(request);
                    }
                })
            })
            .collect();
        Ok(Listening {
            server,
            threads,
            port,
        })
    }

    pub(super) fn port(&self) -> u16 {
        self.port
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        for _ in &self.threads {
            self.server.unblock();
        }
        for thread in self.threads.drain(..) {
            // A thread that panicked has already said so.
            drop(thread.join());
        }
    }
}

/// The request's `Accept-Encoding`, empty where it has none.
pub(super) fn accepted_encodings(request: &Request) -> String {
    let header = request
        .headers()
        .iter()
        .find(|header| header.field.equiv("Accept-Encoding"));
    header.map_or_else(String::new, |header| header.value.to_string())
}

/// Sends an answer. A client that has gone away needs none.
pub(super) fn send(request: Request, answer: Answer) {
    let mut response = Response::from_data(answer.body).with_status_code(answer.status);
    for (name, value) in answer.headers {
        if let Ok(header) = Header::from_bytes(name, value) {
            // Instead of the one `from_data` may have set.
            response.add_header(header);
        }
    }
    drop(request.respond(response));
}
