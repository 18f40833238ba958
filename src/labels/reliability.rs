//! Judged rows -> how far their confidence holds: of the rows marked 0.8, how many are right; and is sorting by it worth it?

/// A row's confidence, and whether it is right.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Judged {
    /// 0..=1.
    pub confidence: f64,
    /// Paired with a label.
    pub right: bool,
}

/// Rows of nearly the same confidence.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Bin {
    /// All rows.
    pub rows: usize,
    /// Right rows.
    pub right: usize,
    sum: f64,
}

/// Bins of a tenth each.
pub const BINS: usize = 10;

/// How far the confidence of rows holds.
#[derive(Clone, Debug, Default)]
pub struct Reliability {
    /// Rows from 0.0 to below 0.1, and so on; 1.0 is in the last.
    pub bins: [Bin; BINS],
    /// All rows.
    pub all: Bin,
    /// How far share and confidence differ, over the bins as they are filled.
    pub error: f64,
    /// How often a right row stands above a wrong one, ties as half; `None` without rows of both kinds.
    pub area: Option<f64>,
}

impl Bin {
    fn add(&mut self, row: &Judged) {
        self.rows += 1;
        self.right += usize::from(row.right);
        self.sum += row.confidence;
    }

    /// Right rows of all; `None` without rows.
    pub fn share(&self) -> Option<f64> {
        (self.rows > 0).then(|| self.right as f64 / self.rows as f64)
    }

    /// Mean confidence.
    pub fn mean(&self) -> Option<f64> {
        (self.rows > 0).then(|| self.sum / self.rows as f64)
    }
}

impl Reliability {
    /// Of these rows.
    pub fn of(rows: &[Judged]) -> Self {
        let mut out = Reliability::default();
        for row in rows {
            let bin = ((row.confidence * BINS as f64 + 1e-9) as usize).min(BINS - 1);
            out.bins[bin].add(row);
            out.all.add(row);
        }
        let off = |b: &Bin| (b.right as f64 - b.sum).abs();
        out.error = out.bins.iter().map(off).sum::<f64>() / rows.len().max(1) as f64;
        out.area = area(rows);
        out
    }
}

/// Area under the ROC curve, from the ranks of the right rows.
fn area(rows: &[Judged]) -> Option<f64> {
    let mut rows: Vec<&Judged> = rows.iter().collect();
    rows.sort_by(|a, b| a.confidence.total_cmp(&b.confidence));
    let right = rows.iter().filter(|r| r.right).count();
    let (mut below, mut wins) = (0, 0.0);
    for equals in rows.chunk_by(|a, b| a.confidence == b.confidence) {
        let good = equals.iter().filter(|r| r.right).count();
        let bad = equals.len() - good;
        wins += good as f64 * (below as f64 + bad as f64 / 2.0);
        below += bad;
    }
    (right > 0 && below > 0).then(|| wins / (right * below) as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(list: &[(f64, bool)]) -> Vec<Judged> {
        list.iter().map(|&(confidence, right)| Judged { confidence, right }).collect()
    }

    #[test]
    fn shares_error_and_area_are_counted() {
        let found =
            Reliability::of(&rows(&[(0.8, true), (0.8, true), (0.8, true), (0.8, true), (0.8, false), (1.0, true)]));
        assert_eq!((found.bins[8].rows, found.bins[8].right, found.bins[9].rows), (5, 4, 1));
        assert!(found.error < 1e-9);
        assert!((found.area.unwrap() - 0.6).abs() < 1e-9);
    }

    #[test]
    fn rows_of_one_kind_have_no_area() {
        assert_eq!(Reliability::of(&rows(&[(0.3, true)])).area, None);
        assert_eq!(Reliability::of(&[]).all.share(), None);
    }
}
