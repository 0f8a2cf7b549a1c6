//! nginx with `www/nginx.conf`, on a port of loopback, for as long as a test wants it.

use std::fs;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use tests::root;

/// Where things are in the documented file, as an administrator finds them, and edits.
const PORT: &str = "listen 80;";
const WITHOUT_SLASH: &str = "# location = /law/check { return 301 /law/check/; }";
const PLACE: &str = "location / {";
const FOLDER: &str = "alias /srv/assessor/;";
const ROOT: &str = "root /srv/assessor;";

/// A running server; dropping it ends it.
pub struct Server {
    process: Child,
    /// `http://127.0.0.1:PORT`, without a slash.
    pub host: String,
}

impl Server {
    /// Serves the folder `site` under the path `base`, which has a slash at both ends.
    pub fn start(nginx: &Path, site: &Path, base: &str) -> Server {
        let port = free_port();
        let place = root().join(format!("target/nginx-{port}"));
        fs::create_dir_all(&place).expect("a folder");
        let site = site.display().to_string();
        let mut text = fs::read_to_string(root().join("www/nginx.conf")).expect("the documented file");
        for (written, edited) in [
            (PORT, format!("listen 127.0.0.1:{port};")),
            (PLACE, format!("location {base} {{")),
            (FOLDER, format!("alias {site}/;")),
            (ROOT, format!("root {site};")),
        ] {
            assert_eq!(text.matches(written).count(), 1, "`{written}` is the line to edit");
            text = text.replace(written, &edited);
        }
        if base != "/" {
            text = text.replace(WITHOUT_SLASH, WITHOUT_SLASH.trim_start_matches("# "));
        }
        fs::write(place.join("site.conf"), text).expect("written");
        fs::write(place.join("nginx.conf"), main_file(&place)).expect("written");
        let process = Command::new(nginx)
            .args(["-e", "stderr", "-c"])
            .arg(place.join("nginx.conf"))
            .stdout(Stdio::null())
            .spawn()
            .expect("nginx starts");
        wait_for(port);
        Server { process, host: format!("http://127.0.0.1:{port}") }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Already gone is as good as ended; either way it is waited for.
        drop(self.process.kill());
        drop(self.process.wait());
    }
}

/// What stands around a file of `conf.d`, for one process without a user of its own. Debian's
/// list of types is read as its own main file does, so that the site's list has to prevail.
fn main_file(place: &Path) -> String {
    let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .iter()
        .map(|kind| format!("{kind}_temp_path {};\n", place.join(kind).display()))
        .collect();
    let types = PathBuf::from("/etc/nginx/mime.types");
    let types = if types.is_file() { format!("include {};\n", types.display()) } else { String::new() };
    format!(
        "daemon off;\nmaster_process off;\nerror_log stderr crit;\npid {};\ninclude /etc/nginx/modules-enabled/*.conf;\nevents {{}}\nhttp {{\n{types}gzip on;\naccess_log off;\n{temporary}include {};\n}}\n",
        place.join("pid").display(),
        place.join("site.conf").display()
    )
}

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.local_addr().expect("an address").port()
}

fn wait_for(port: u16) {
    let end = Instant::now() + Duration::from_secs(20);
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        assert!(Instant::now() < end, "nginx does not answer; what it said stands above");
        thread::sleep(Duration::from_millis(50));
    }
}
