# catalog_embed(NAMESPACE ROOT PATTERN…) compiles the files below ROOT that
# match a pattern into the library, as
#
#   std::span<const source::EmbeddedFile> catalog::NAMESPACE::embedded_files();
#
# sorted by path, paths relative to ROOT. Run with -P (see the end of this
# file) it writes that source file.
function(catalog_embed namespace root)
  list(TRANSFORM ARGN PREPEND ${root}/ OUTPUT_VARIABLE globs)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS ${globs})
  list(SORT files)
  set(output ${CMAKE_BINARY_DIR}/embedded/${namespace}.cc)
  list(JOIN files "|" joined)
  add_custom_command(OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -DNAMESPACE=${namespace} -DROOT=${root}
            "-DFILES=${joined}" -DOUTPUT=${output}
            -P ${CMAKE_SOURCE_DIR}/src/embed.cmake
    DEPENDS ${files} ${CMAKE_SOURCE_DIR}/src/embed.cmake VERBATIM)
  target_sources(catalog_lib PRIVATE ${output})
endfunction()

if(CMAKE_SCRIPT_MODE_FILE STREQUAL CMAKE_CURRENT_LIST_FILE)
  string(REPLACE "|" ";" files "${FILES}")
  set(arrays "")
  set(rows "")
  set(index 0)
  foreach(file IN LISTS files)
    file(RELATIVE_PATH path ${ROOT} ${file})
    file(READ ${file} hex HEX)
    file(SIZE ${file} size)
    string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
    string(APPEND arrays
      "constexpr unsigned char file_${index}[] = {${bytes}0};\n")
    string(APPEND rows
      "    {\"${path}\", {reinterpret_cast<const char*>(file_${index}), "
      "${size}}},\n")
    math(EXPR index "${index} + 1")
  endforeach()
  string(REPLACE "/" "::" scope ${NAMESPACE})
  file(WRITE ${OUTPUT}
    "#include <array>\n#include <span>\n\n#include \"source/embedded.h\"\n\n"
    "namespace {\n${arrays}}  // namespace\n\n"
    "namespace catalog::${scope} {\n"
    "std::span<const source::EmbeddedFile> embedded_files() {\n"
    "  static const std::array<source::EmbeddedFile, ${index}> files{{\n"
    "${rows}  }};\n  return files;\n}\n"
    "}  // namespace catalog::${scope}\n")
endif()
