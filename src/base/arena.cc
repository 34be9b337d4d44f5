#include "base/arena.h"

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <iterator>
#include <new>

namespace relief {
namespace {

#if defined(__SANITIZE_ADDRESS__) or defined(__SANITIZE_THREAD__)
constexpr bool usable = false;
#else
constexpr bool usable = true;
#endif

constexpr std::uintptr_t start = 0x200000000000;  // far from where Linux puts programs, libraries, heaps and stacks
constexpr size_t room = size_t{256} << 20;        // address space; memory is taken as it is used
constexpr size_t alignment = 16;

enum class Region { unknown, reserved, refused };
Region region = Region::unknown;
std::uintptr_t next = start;
thread_local bool in_use = false;
bool zeroes = false;
bool restored = false;  // what is in the region came from a file

bool reserve() {
  if (region == Region::unknown) {
    void* const wanted = reinterpret_cast<void*>(start);
    void* const got = usable ? mmap(wanted, room, PROT_READ | PROT_WRITE,
                                    MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_FIXED_NOREPLACE, -1, 0)
                             : MAP_FAILED;
    if (got != MAP_FAILED and got != wanted) munmap(got, room);
    region = got == wanted ? Region::reserved : Region::refused;
    if (region == Region::reserved) madvise(wanted, room, MADV_HUGEPAGE);
  }
  return region == Region::reserved;
}

constexpr size_t rounded(size_t size) { return (std::max<size_t>(size, 1) + alignment - 1) / alignment * alignment; }

// What was freed and may be taken again, by size: small pieces of one size, each pointing at the next.
struct Freed {
  Freed* next;
};
constexpr size_t bins = 256;
Freed* freed[bins] = {};

// Null where the region is full.
[[maybe_unused]] void* take(size_t size) {
  const size_t room_for = rounded(size);
  if (const size_t bin = room_for / alignment; bin < bins and freed[bin] != nullptr) {
    Freed* const found = freed[bin];
    freed[bin] = found->next;
    std::memset(static_cast<void*>(found), 0, sizeof(Freed));
    return found;
  }
  if (room_for < size or room_for > start + room - next) return nullptr;
  void* const found = reinterpret_cast<void*>(next);
  next += room_for;
  return found;
}

// Only while something is built here; else the piece is lost.
[[maybe_unused]] void give_back(void* pointer, size_t size) {
  if (not in_use) return;
  const size_t bin = rounded(size) / alignment;
  if (zeroes) std::memset(pointer, 0, size);
  if (reinterpret_cast<std::uintptr_t>(pointer) + rounded(size) == next) {
    next = reinterpret_cast<std::uintptr_t>(pointer);
  } else if (bin < bins) {
    auto* const piece = static_cast<Freed*>(pointer);
    piece->next = freed[bin];
    freed[bin] = piece;
  }
}

}  // namespace

bool Arena::available() { return reserve(); }

Arena::Use::Use(For what) : before_(in_use) {
  in_use = reserve();
  zeroes = what == For::keeping;
}
Arena::Use::~Use() { in_use = before_; }

std::string_view Arena::content() { return {reinterpret_cast<const char*>(start), next - start}; }

bool Arena::holds(const void* pointer) {
  const auto address = reinterpret_cast<std::uintptr_t>(pointer);
  return address >= start and address < start + room;
}

void Arena::drop_restored() {
  if (not restored) return;
  restored = false;
  std::fill(std::begin(freed), std::end(freed), nullptr);
  madvise(reinterpret_cast<void*>(start), next - start, MADV_DONTNEED);  // reads as zeros from now on
  next = start;
}

bool Arena::restore(int file, size_t from, size_t size) {
  if (not reserve() or next != start or size > room) return false;
  restored = true;
  next = start + (size + alignment - 1) / alignment * alignment;
  auto* const to = reinterpret_cast<char*>(start);
  for (size_t done = 0; done < size;) {
    const ssize_t got = pread(file, to + done, size - done, static_cast<off_t>(from + done));
    if (got <= 0) {
      drop_restored();
      return false;
    }
    done += static_cast<size_t>(got);
  }
  return true;
}

}  // namespace relief

#if not defined(__SANITIZE_ADDRESS__) and not defined(__SANITIZE_THREAD__)

// The program's own `new` and `delete`: malloc and free, but for a thread that builds in the region.
void* operator new(std::size_t size) {
  void* found = relief::in_use ? relief::take(size) : nullptr;
  if (found == nullptr) found = std::malloc(size == 0 ? 1 : size);
  if (found == nullptr) throw std::bad_alloc();
  return found;
}

void operator delete(void* pointer) noexcept {
  if (not relief::Arena::holds(pointer)) std::free(pointer);
}

void operator delete(void* pointer, std::size_t size) noexcept {
  if (relief::Arena::holds(pointer)) relief::give_back(pointer, size);
  else std::free(pointer);
}

#endif
