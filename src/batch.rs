//! Many articles at once, in order: the only file that knows of threads.
//!
//! Items are taken in batches; a batch is worked on in parallel and its results are handed on in the order of the items, so
//! that the outcome is the same for any number of threads and memory holds one batch. A panic costs its own item only.

use rayon::prelude::*;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Items per thread in one batch: enough to even out long articles, few enough to stay small.
const PER_THREAD: usize = 64;

/// Threads to use when none are asked for.
pub fn default_threads() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

/// Applies `work` to all items on `threads` threads and gives each result to `sink` in the order of the items. A panic of
/// `work` comes out as its message. Stops at the first error of `sink`.
pub fn run<I, T, E>(
    items: impl Iterator<Item = I>,
    threads: usize,
    work: impl Fn(&I) -> T + Sync,
    mut sink: impl FnMut(I, Result<T, String>) -> Result<(), E>,
) -> Result<(), E>
where
    I: Send + Sync,
    T: Send,
{
    let guarded = |item: I| {
        let result = catch_unwind(AssertUnwindSafe(|| work(&item))).map_err(|panic| message(panic.as_ref()));
        (item, result)
    };
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).stack_size(16 << 20).build().ok();
    let mut items = items.peekable();
    while items.peek().is_some() {
        let batch: Vec<I> = items.by_ref().take(PER_THREAD * threads.max(1)).collect();
        let done: Vec<_> = match &pool {
            Some(pool) => pool.install(|| batch.into_par_iter().with_max_len(1).map(guarded).collect()),
            None => batch.into_iter().map(guarded).collect(),
        };
        done.into_iter().try_for_each(|(item, result)| sink(item, result))?;
    }
    Ok(())
}

fn message(panic: &(dyn std::any::Any + Send)) -> String {
    let text =
        panic.downcast_ref::<&str>().map(ToString::to_string).or_else(|| panic.downcast_ref::<String>().cloned());
    format!("the program failed on this article: {}", text.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_is_kept_and_a_panic_costs_one_item() {
        for threads in [1, 4] {
            let mut seen = Vec::new();
            let work = |n: &u32| if *n == 7 { panic!("seven") } else { n * 2 };
            let sink = |n: u32, r: Result<u32, String>| -> Result<(), ()> {
                seen.push((n, r.ok()));
                Ok(())
            };
            run(0..1000, threads, work, sink).unwrap();
            assert_eq!(seen.len(), 1000);
            assert!(seen.iter().enumerate().all(|(at, (n, r))| at as u32 == *n && *r == (*n != 7).then_some(n * 2)));
        }
    }

    #[test]
    fn an_error_of_the_sink_stops() {
        let mut count = 0;
        let sink = |_: u32, _: Result<u32, String>| {
            count += 1;
            if count == 3 { Err("full") } else { Ok(()) }
        };
        assert_eq!(run(0..1000, 2, |n| *n, sink), Err("full"));
        assert_eq!(count, 3);
    }
}
