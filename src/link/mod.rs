//! Incidents of all articles -> clusters: candidates that tell of the same incident. Members are kept, nothing is merged away.
//!
//! ```text
//! Incident -> Profile (names, methods, days, places) -> candidate pairs by keys -> compared -> grouped, best pairs first
//! ```
//! The result does not depend on the order of the articles, and an article that shares no incident with others changes nothing
//! for them: groups are built from compared pairs only, and a cluster's id is made from its own smallest member.

mod compare;
mod groups;
mod keys;
pub mod names;
mod parts;
mod profile;

pub use profile::Profile;

use std::collections::{BTreeMap, BTreeSet};

/// An incident candidate to link.
#[derive(Clone, Copy, Debug)]
pub struct Member<'a> {
    /// Its id.
    pub id: &'a str,
    /// Its article.
    pub doc: &'a str,
    /// What it is compared by.
    pub profile: &'a Profile,
}

/// What linking says about one candidate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Linked {
    /// The cluster's id.
    pub cluster: String,
    /// Candidates in the cluster.
    pub size: u32,
    /// Why it is in there: what it has in common with its closest fellow.
    pub reasons: Vec<String>,
}

/// Links candidates across articles; one entry per member, `None` for those that stand alone.
pub fn link(members: &[Member]) -> Vec<Option<Linked>> {
    let nodes = nodes(members);
    let profiles: Vec<&Profile> = nodes.iter().filter_map(|n| Some(members.get(*n.first()?)?.profile)).collect();
    let docs: Vec<Option<&str>> = nodes.iter().map(|n| only_doc(members, n)).collect();
    let groups = groups::group(&profiles, &keys::candidates(&profiles, &docs));
    let mut out = vec![None; members.len()];
    for group in groups {
        let all: Vec<usize> = group.iter().filter_map(|g| nodes.get(g.node)).flatten().copied().collect();
        let docs: BTreeSet<&str> = all.iter().map(|m| members[*m].doc).collect();
        if docs.len() < 2 {
            continue;
        }
        let smallest = all.iter().map(|m| (members[*m].id, members[*m].doc)).min().unwrap_or_default();
        let cluster = cluster_id(smallest);
        for found in &group {
            let linked = Linked { cluster: cluster.clone(), size: all.len() as u32, reasons: found.reasons.clone() };
            nodes[found.node].iter().for_each(|m| out[*m] = Some(linked.clone()));
        }
    }
    out
}

/// The article of all members of a node, when it is one.
fn only_doc<'a>(members: &[Member<'a>], node: &[usize]) -> Option<&'a str> {
    let first = members.get(*node.first()?)?.doc;
    node.iter().all(|m| members[*m].doc == first).then_some(first)
}

/// Members that say exactly the same are one node; nodes come in the order of their smallest member.
fn nodes(members: &[Member]) -> Vec<Vec<usize>> {
    let mut order: Vec<usize> = (0..members.len()).collect();
    order.sort_by_key(|m| (members[*m].id, members[*m].doc, members[*m].profile.signature()));
    let mut at: BTreeMap<&str, usize> = BTreeMap::new();
    let mut nodes: Vec<Vec<usize>> = Vec::new();
    for m in order {
        let profile = members[m].profile;
        if compare::link(profile, profile).is_none() {
            nodes.push(vec![m]); // says too little to be told apart from others
            continue;
        }
        let node = *at.entry(profile.signature()).or_insert(nodes.len());
        match nodes.get_mut(node) {
            Some(list) => list.push(m),
            None => nodes.push(vec![m]),
        }
    }
    nodes
}

fn cluster_id((id, doc): (&str, &str)) -> String {
    let mut hasher = blake3::Hasher::new();
    hasher.update(id.as_bytes()).update(&[0]).update(doc.as_bytes());
    format!("c{}", &hasher.finalize().to_hex()[..12])
}

#[cfg(test)]
mod tests;
