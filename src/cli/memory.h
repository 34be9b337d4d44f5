#pragma once
// Memory for a short run: one arena that is not handed back piece by piece, on large pages where the kernel has
// them. Where a page fault is dear, as on virtual machines, that is half of the time of a run.

namespace relief::cli {

// Called once, before anything is allocated in earnest. Without effect where it cannot be done.
void prepare_memory();

}  // namespace relief::cli
