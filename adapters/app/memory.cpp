// SPDX-License-Identifier: Apache-2.0
#include "adapters/app/memory.hpp"

#include <cstddef>
#include <cstdint>

#include <link.h>
#include <sys/mman.h>
#include <unistd.h>

#ifdef REDRESS_HAS_MIMALLOC
#  include <mimalloc.h>
#endif

namespace redress::app {
namespace {

/// Code and tables that are only read come back from their file when they are needed; what can be written to is left alone.
int let_go_of_what_is_only_read(dl_phdr_info* module, std::size_t, void*) {
  auto const page = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));
  for (std::size_t i = 0; i < module->dlpi_phnum; ++i) {
    auto const& segment = module->dlpi_phdr[i];
    if (segment.p_type != PT_LOAD || (segment.p_flags & PF_W) != 0) continue;
    auto const begin = module->dlpi_addr + segment.p_vaddr;
    auto const first = begin / page * page;
    ::madvise(reinterpret_cast<void*>(first), begin + segment.p_memsz - first, MADV_DONTNEED);
  }
  return 0;
}

}  // namespace

void give_back_unused_memory() {
#ifdef REDRESS_HAS_MIMALLOC
  mi_collect(true);
#endif
  ::dl_iterate_phdr(let_go_of_what_is_only_read, nullptr);
}

}  // namespace redress::app
