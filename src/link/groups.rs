//! Compared pairs -> groups: the surest pairs first, and never two groups of which any members contradict each other.

use super::compare::{contradict, link};
use super::profile::Profile;

/// A node of a group and why it belongs there.
#[derive(Clone, Debug)]
pub struct Found {
    /// Index of the profile.
    pub node: usize,
    /// What it shares with its closest fellow.
    pub reasons: Vec<String>,
}

/// Groups of profiles; also those of one profile, which several members may share.
pub fn group(profiles: &[&Profile], candidates: &[(usize, usize)]) -> Vec<Vec<Found>> {
    let scored = candidates.iter().filter_map(|&(a, b)| Some((link(profiles[a], profiles[b])?.score, a, b)));
    let mut pairs: Vec<(u32, usize, usize)> = scored.collect();
    pairs.sort_by_key(|&(score, a, b)| (std::cmp::Reverse(score), a, b));
    let mut group_of: Vec<usize> = (0..profiles.len()).collect();
    let mut groups: Vec<Vec<usize>> = (0..profiles.len()).map(|n| vec![n]).collect();
    let mut fellow: Vec<usize> = (0..profiles.len()).collect();
    for (_, a, b) in pairs {
        let (into, from) = (group_of[a].min(group_of[b]), group_of[a].max(group_of[b]));
        if into != from && !clash(&groups[into], &groups[from], profiles) {
            let moved = std::mem::take(&mut groups[from]);
            moved.iter().for_each(|n| group_of[*n] = into);
            groups[into].extend(moved);
        }
        if group_of[a] == group_of[b] {
            remember(&mut fellow, a, b);
        }
    }
    let found = |node: usize| Found { node, reasons: reasons(profiles[node], profiles[fellow[node]]) };
    let filled = groups.into_iter().filter(|g| !g.is_empty());
    filled.map(|group| group.into_iter().map(found).collect()).collect()
}

/// The first fellow of each is its closest: pairs come surest first.
fn remember(fellow: &mut [usize], a: usize, b: usize) {
    for (node, other) in [(a, b), (b, a)] {
        if fellow[node] == node {
            fellow[node] = other;
        }
    }
}

fn clash(a: &[usize], b: &[usize], profiles: &[&Profile]) -> bool {
    a.iter().any(|x| b.iter().any(|y| contradict(profiles[*x], profiles[*y])))
}

fn reasons(a: &Profile, b: &Profile) -> Vec<String> {
    link(a, b).map(|l| l.reasons).unwrap_or_default()
}
