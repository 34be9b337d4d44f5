#pragma once
// A region of memory that lies at the same address in every run. What was built in it with ordinary containers can be
// written to a file as it is, and a later run of the same program reads it back: nothing is parsed, no pointer changes.
//
// What is built there must not point out of it: no pointer to a static object, a function (so nothing virtual), or memory
// taken before. While an Arena::Use lives, `new` on its thread takes from the region; what is freed
// there is taken again, so the region holds what was kept and little else. Not thread-safe beyond that: one thread builds.
#include <cstddef>
#include <string_view>

namespace relief {

class Arena {
 public:
  // False where the region cannot be had: the address is taken, address space is short, a sanitizer owns `new`.
  static bool available();

  // For what is kept: what is freed is zeroed, so that no stale word is written to a file. As scratch, for what goes with
  // the process.
  enum class For { keeping, scratch };
  class Use {
   public:
    explicit Use(For what);
    ~Use();
    Use(const Use&) = delete;
    Use& operator=(const Use&) = delete;

   private:
    bool before_;
  };

  // What was taken so far, from the region's start.
  static std::string_view content();
  // Fills an empty region with `size` bytes of a file, from its offset `from`; false where that fails.
  static bool restore(int file, size_t from, size_t size);
  static bool holds(const void* pointer);
  // Empties a region that restore() filled; nothing of it may be used any more. Else nothing happens.
  static void drop_restored();
};

}  // namespace relief
