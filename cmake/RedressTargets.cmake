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

# The domain's variants of commands and events cost every source that names them seconds: they are compiled once (docs/decisions/0032). The asan preset goes without,
# and so finds a source that forgot an include. A precompiled header asks for the same macros in all who use it; GMime brings _LARGEFILE64_SOURCE and -pthread.
function(redress_precompile target)
  if(CMAKE_DISABLE_PRECOMPILE_HEADERS)
    return()
  endif()
  if(NOT TARGET redress_precompiled)
    add_library(redress_precompiled OBJECT "${CMAKE_SOURCE_DIR}/cmake/precompiled.cpp")
    target_link_libraries(redress_precompiled PRIVATE redress_warnings redress::domain)
    target_compile_options(redress_precompiled PRIVATE -D_LARGEFILE64_SOURCE -pthread)
    target_precompile_headers(redress_precompiled PRIVATE "${CMAKE_SOURCE_DIR}/cmake/precompiled.hpp")
  endif()
  target_compile_options(${target} PRIVATE -D_LARGEFILE64_SOURCE -pthread -fpch-preprocess)
  # A program would be made with -fPIE, and the header, like the libraries, is made with -fPIC: g++ would warn and read it all anew.
  get_target_property(kind ${target} TYPE)
  if(kind STREQUAL EXECUTABLE AND CMAKE_POSITION_INDEPENDENT_CODE)
    target_compile_options(${target} PRIVATE -fPIC)
  endif()
  target_precompile_headers(${target} REUSE_FROM redress_precompiled)
endfunction()

# redress_library(NAME SOURCES file... LINKS target...)
function(redress_library name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINKS;PRIVATE_LINKS" ${ARGN})
  add_library(redress_${name} STATIC ${ARG_SOURCES})
  add_library(redress::${name} ALIAS redress_${name})
  target_include_directories(redress_${name} PUBLIC "${CMAKE_SOURCE_DIR}")
  target_link_libraries(redress_${name} PUBLIC ${ARG_LINKS} PRIVATE redress_warnings ${ARG_PRIVATE_LINKS})
  if(NOT name STREQUAL domain)
    redress_precompile(redress_${name})
  endif()
endfunction()
