# How every target of the house is made: one include root (the repository), one set of warnings, an alias in the redress:: namespace.
add_library(redress_warnings INTERFACE)
target_compile_options(redress_warnings INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wnon-virtual-dtor)
if(REDRESS_WARNINGS_ARE_ERRORS)
  # g++ 12 takes moved-from optionals and variants for uninitialised when it optimises fully; the sanitizers see the real ones.
  target_compile_options(redress_warnings INTERFACE -Werror -Wno-error=maybe-uninitialized)
endif()

# The program's memory comes from mimalloc (docs/decisions/0014). The sanitizers bring their own.
add_library(redress_memory INTERFACE)
if(NOT CMAKE_CXX_FLAGS MATCHES "-fsanitize")
  target_link_libraries(redress_memory INTERFACE mimalloc)
  target_compile_definitions(redress_memory INTERFACE REDRESS_HAS_MIMALLOC)
endif()

# redress_library(NAME SOURCES file... LINKS target...)
function(redress_library name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINKS;PRIVATE_LINKS" ${ARGN})
  add_library(redress_${name} STATIC ${ARG_SOURCES})
  add_library(redress::${name} ALIAS redress_${name})
  target_include_directories(redress_${name} PUBLIC "${CMAKE_SOURCE_DIR}")
  target_link_libraries(redress_${name} PUBLIC ${ARG_LINKS} PRIVATE redress_warnings ${ARG_PRIVATE_LINKS})
endfunction()
