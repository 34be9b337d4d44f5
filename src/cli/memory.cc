#include "cli/memory.h"

#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>

namespace relief::cli {

void prepare_memory() {
#if not defined(__SANITIZE_ADDRESS__)  // its allocator is another
  constexpr std::uintptr_t large_page = 2u << 20;
  constexpr int room = 32 << 20;
  mallopt(M_ARENA_MAX, 1);
  mallopt(M_MMAP_THRESHOLD, 1 << 30);
  mallopt(M_TRIM_THRESHOLD, 1 << 30);
  mallopt(M_TOP_PAD, room);
  void* volatile first = std::malloc(size_t{256} << 10);  // the heap grows by `room`
  std::free(first);
  const auto end = reinterpret_cast<std::uintptr_t>(sbrk(0));
  const auto start = (reinterpret_cast<std::uintptr_t>(first) + large_page - 1) / large_page * large_page;
  if (first != nullptr and start < end) madvise(reinterpret_cast<void*>(start), end - start, MADV_HUGEPAGE);
#endif
}

}  // namespace relief::cli
