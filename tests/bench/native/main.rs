//! Prints the sets as JSON, for Node.

use bench::engine::Ours;
use serde_json::Value as Json;

fn main() {
    let sets = bench::sets().into_iter().map(|set| set.passed_by::<Ours>().to_json());
    println!("{}", sets.collect::<Json>());
}
