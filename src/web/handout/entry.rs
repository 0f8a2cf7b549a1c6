//! The address others are given: the first screen, whatever screen it is given from.

/// The address of the first screen, from the address of the page as the browser has it: without
/// hash and query, and the folder in place of a file of it.
pub fn address(page: &str) -> &str {
    let end = page.find(['?', '#']).unwrap_or(page.len());
    let path = page.get(..end).unwrap_or(page);
    ["index.html", "compat.html"].iter().find_map(|file| path.strip_suffix(file)).unwrap_or(path)
}

/// A file as an address that holds it all, for a link that saves it.
pub fn link(kind: &str, text: &str) -> String {
    let mut link = format!("data:{kind};charset=utf-8,");
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => link.push(byte.into()),
            _ => link += &format!("%{byte:02X}"),
        }
    }
    link
}

#[cfg(test)]
mod tests {
    use super::{address, link};

    #[test]
    fn others_are_sent_to_the_first_screen() {
        for page in
            ["https://a.cn/b/", "https://a.cn/b/#/finding/x", "https://a.cn/b/index.html?from=1#/share"]
        {
            assert_eq!(address(page), "https://a.cn/b/");
        }
        assert_eq!(address("https://a.cn/b/compat.html#/"), "https://a.cn/b/");
        assert_eq!(address("https://a.cn/check.html#/"), "https://a.cn/check.html");
    }

    #[test]
    fn a_file_is_all_in_its_link() {
        assert_eq!(link("text/calendar", "A:一\r\n"), "data:text/calendar;charset=utf-8,A%3A%E4%B8%80%0D%0A");
    }
}
